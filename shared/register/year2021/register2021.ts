import { completeRegister } from '../completeRegister.ts'
import type { Register } from '../register.ts'
import type { RegisterForm } from '../registerForm.ts'
import { areas2021 } from './areas2021.ts'
import { indicators2021 } from './indicators2021.ts'
import { tasks2021 } from './tasks2021.ts'
import { units2021 } from './units2021.ts'

/** 三门峡's register of 2021 in the form that other cities write theirs in: 10 categories, 23 tasks, 53 indicators. */
export const registerForm2021: RegisterForm = {
  id: 'smx-2021',
  year: 2021,
  version: 1,
  title: '2021年省、市重点民生实事',
  city: '411200',
  areas: areas2021,
  zones: [
    { name: '城乡一体化示范区', aliases: ['示范区', '三门峡城乡一体化示范区'] },
    { name: '经济开发区', aliases: ['三门峡经济开发区', '河南三门峡经济开发区', '经开区'] },
    { name: '现代服务业开发区', aliases: ['三门峡现代服务业开发区'] },
  ],
  measures: [{ name: '人', synonyms: ['名'], synonymsFor: [{ word: '例', indicators: ['8.1.a', '8.1.b'] }] }],
  units: units2021,
  categories: [
    { no: 1, title: '实施城市社区办公场所建设提升工程' },
    { no: 2, title: '实施文化惠民工程' },
    { no: 3, title: '加快补齐乡村教育短板' },
    { no: 4, title: '加强居民小区改造提升' },
    { no: 5, title: '加强窨井设施维护改造' },
    { no: 6, title: '完善城市基础设施' },
    { no: 7, title: '畅通群众出行' },
    { no: 8, title: '提升医疗健康水平' },
    { no: 9, title: '推进公共服务便民化' },
    { no: 10, title: '持续推进农村电网建设' },
  ],
  tasks: tasks2021,
  indicators: indicators2021,
}

/** The same, complete: what the demo, the samples and most tests are read against. */
export const register2021: Register = completeRegister(registerForm2021)
